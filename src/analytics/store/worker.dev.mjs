// From TypeScript sources (development, tests) the thread needs its own loader; the build compiles it to plain JavaScript.
import { register } from 'tsx/esm/api'

register()
await import('./sqlite.worker.ts')
