// Node's own type stripping, so that tests run exactly the JavaScript that `node` runs.
const { stripTypeScriptTypes } = require('node:module');
const { createHash } = require('node:crypto');

module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source) => createHash('sha1').update(process.version).update(source).digest('hex')
};
