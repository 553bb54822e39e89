/** Jobs that may be asked for now; the others wait for their tick. */
export type Wakeable = 'dispatch' | 'media' | 'readings' | 'check-media'
type Running = { wake?(job: Wakeable): void; log?: { error(about: object, message: string): void } }

/** The running product, where there is one: hooks also run in command-line tools, without a clock to wake. */
const running = () => (globalThis as { [key: symbol]: Running | undefined })[Symbol.for('mingbai')]

/** Asks for a job now instead of at its next tick. */
export const wake = (job: Wakeable): void => running()?.wake?.(job)

/** Says that something beside the point went wrong: the save itself has succeeded, and the nightly round mends it. */
export const logFault = (error: unknown, message: string): void => running()?.log?.error({ err: error }, message)
