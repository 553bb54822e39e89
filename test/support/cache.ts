import path from 'node:path'

/** What one test run makes and the next may use, named by the content of what decides it. */
export const CACHE = path.resolve('node_modules/.cache/mingbai-tests')
