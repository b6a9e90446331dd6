// @ts-check

/**
 * For every process that holds a newsroom: what is young in memory may fill 8 MiB, not 16, before it is sorted out. At
 * 10,000 articles main is 14 MB smaller for it (docs/performance.md). `npm start` has the same in package.json.
 */
export const nodeFlags = ['--max-semi-space-size=8']
