import { spawn, spawnSync } from 'node:child_process'

/** Runs a step to its end; a failed step ends the launcher with the same code. */
export function sure(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (result.error?.code === 'ENOENT') {
    console.error(`找不到命令 ${command}，请先安装它（npm 随 Node 一起安装）。`)
    console.error(`The command ${command} was not found; install it first (npm comes with Node).`)
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Hands over to the child: its signals, its exit code. The open channel tells the child when the launcher is gone. */
export function handOver(command, args) {
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
}

export function say(text) {
  console.log(`\n> ${text}`)
}
