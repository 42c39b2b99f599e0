/** Id of the tool with the fault switches, which the training banner and the application menu open. */
export const faultsTool = 'faults';

/** Id of the wizard that the application menu opens. */
export const configureRoleTool = 'configureRole';
