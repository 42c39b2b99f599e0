process.stderr.write('regroup: no sub-command is built yet\n');
process.exitCode = 2;
