import { readEnv } from './env'
import { movableClock } from './lib/clock'
import { portIsFree, startFault } from './startFault'

/** The process around the server: signals, exit codes, and the one message by which a test moves the clock. */
const clock = movableClock()

try {
  const env = readEnv()
  await portIsFree(env)
  if (process.argv.includes('--check')) process.exit(0)
  // Loaded only now: a wrong setting is told in a moment, not after the whole product was read.
  const [{ start }, { welcome }] = await Promise.all([import('./server'), import('./seed/welcome')])
  const { stop, port, ticks, runtime } = await start({ env, clock })
  const logins = await welcome(runtime, port)

  let stopping = 0
  const end = () => {
    // Ctrl-C reaches us from the terminal and again through the launcher: only a later, second one means "at once".
    if (stopping && performance.now() - stopping > 1000) process.exit(1)
    if (stopping) return
    stopping = performance.now()
    setTimeout(() => process.exit(1), 15_000).unref()
    void stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  if (process.connected) process.on('disconnect', end)
  process.on('message', (message) => {
    const { type, at } = message as { type?: string; at?: string }
    if (type !== 'clock' || !at) return
    clock.moveTo(new Date(at))
    void ticks?.tick().then(() => process.send?.({ type: 'clock-moved' }))
  })
  process.send?.({ type: 'listening', port, logins })
} catch (error) {
  console.error(startFault(error))
  process.exit(1)
}
