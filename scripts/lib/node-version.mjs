/** The oldest Node that the tools of the build accept. The same figure stands in package.json, "engines". */
const oldest = { major: 20, minor: 19 };

/**
 * What is wrong with this version of Node, in words; undefined when it will do.
 * Written so that a very old Node can still read it.
 * @param {string} version such as 20.19.0
 */
export function complaintAboutNode(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return (
    'Regroup needs Node ' +
    oldest.major +
    '.' +
    oldest.minor +
    ' or newer, and this is Node ' +
    version +
    '.\nInstall a current one from https://nodejs.org (or with nvm, fnm, winget, brew), then try again.'
  );
}
