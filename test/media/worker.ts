import { readdirSync, readFileSync } from 'node:fs'
import { getPayload } from 'payload'
import { findTools, storage, sweep, workMedia, type Media } from '../../media'
import { readEnv } from '../../src/env'
import { createLog } from '../../src/lib/log'
import { makeConfig } from '../../src/makeConfig'

/**
 * A worker as a process of its own, over an existing data folder: clears up as after a start, then works. Dies of kill
 * -9 in the step it is told: at once (`begin`), or as soon as a tool of its own runs (`tool`). Without a step it works
 * to the end and ends well.
 */
const [folder = '', step = '', moment = 'begin'] = process.argv.slice(2)

const env = readEnv({
  NODE_ENV: 'test',
  DATA_DIR: folder,
  PAYLOAD_SECRET: 'a secret for tests only, long enough',
  DEMO: 'off',
})
const die = () => {
  process.send?.({ tools: tools() })
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20) // the message leaves first
}
const dieWithTool = () => {
  if (tools().length) die()
  else setImmediate(dieWithTool)
}
/** The engine says in its log which step begins. */
const debug = (fields: { step?: string }) => {
  if (fields.step !== step) return
  if (moment === 'tool') dieWithTool()
  else process.kill(process.pid, 'SIGKILL')
}
const media: Media = {
  payload: await getPayload({ config: makeConfig(env) }),
  storage: storage(env.DATA_DIR),
  log: Object.assign(Object.create(createLog('error')), { debug }) as Media['log'],
  now: () => new Date(),
  // The system's: the probe of npm's build is over before anybody has seen it run.
  tools: await findTools(),
}
await sweep(media, { boot: true })
await workMedia(media)
process.exit(0)

/** Process ids of every ffmpeg and ffprobe below this process that has really begun. */
function tools(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return (
          Number(parent) === process.pid && /^ff(mpeg|probe)$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
        )
      } catch {
        return false // gone between listing and looking
      }
    })
    .map(Number)
}
