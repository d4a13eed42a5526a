/** Stands for a style sheet in tests without a browser. */
module.exports = {};
