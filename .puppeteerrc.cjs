// The browser comes from the npm registry (@sparticuz/chromium) or from the machine: see src/render/pdf/browser.ts.
module.exports = { skipDownload: true };
