import type { TestProject } from 'vitest/node'
import { someMongo } from '.'

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
  }
}

/** Before the `mongodb` project: a server to run on, and a line that says which one it is. */
export async function setup(project: TestProject) {
  const { url, which, stop } = await someMongo()
  console.log(`MongoDB: ${which}`)
  project.provide('mongoUrl', url)
  return stop
}
