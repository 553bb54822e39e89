import type { TestProject } from 'vitest/node'
import { changePassword } from './colleagues'
import { startServer } from './server'
import { printedPasswords } from './staff'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo county answers; its manager and editor sign in with `OWN_PASSWORD`. */
    demo: string
  }
}

/**
 * Before the journeys: one server with the demo county for all that only visit it. Its film is converted while the
 * others run.
 */
export async function setup(project: TestProject) {
  const server = await startServer({ env: { DEMO: 'on' } })
  const passwords = printedPasswords(server.log())
  for (const name of ['lingdao', 'bianji']) await changePassword(server.url, name, passwords[name]!)
  project.provide('demo', server.url)
  return server.dispose
}
