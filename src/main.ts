import { CodedError } from './lib/errors'
import { movableClock } from './lib/clock'
import { start } from './server'

/** The process around the server: signals, exit codes, and the one message by which a test moves the clock. */
const clock = movableClock()

try {
  const { stop, port } = await start({ clock })
  process.send?.({ type: 'listening', port })
  process.on('message', (message) => {
    const { type, at } = message as { type?: string; at?: string }
    if (type !== 'clock' || !at) return
    clock.moveTo(new Date(at))
    process.send?.({ type: 'clock-moved' })
  })
  let stopping = false
  const end = () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), 15_000).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (error) {
  if (error instanceof CodedError && error.code === 'env-invalid') {
    console.error('环境变量有误，没有启动 / the environment is not valid, not started:')
    for (const fault of (error.details?.faults as string[]) ?? []) console.error(`  - ${fault}`)
  } else console.error(error)
  process.exit(1)
}
