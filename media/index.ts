/** How a recording becomes a stream. The glossary and the rules stand in CONTEXT.md. */
export { cancel, ensureStream, restart, stepRows } from './ensure'
export type { Media } from './media'
export { wantedRuns } from './sources'
export { statusOf, type MediaFault, type MediaStatus, type MediaStepRow } from './status'
export { storage } from './storage'
export { sweep } from './sweep'
export { findTools, npmTools, type Tools } from './tools'
export { workMedia } from './work'
