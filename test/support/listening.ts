import type { Page } from 'playwright-core'

/** Counts what a person does on a page with the mouse; kept over navigations. Call before the first `goto`. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  let clicks = 0
  await page.exposeFunction('__clicked', () => void clicks++)
  await page.addInitScript(() => {
    const { __clicked } = window as unknown as { __clicked(): void }
    // A click made by the keyboard or by a script has detail 0.
    addEventListener('click', (event) => event.isTrusted && event.detail > 0 && __clicked(), true)
  })
  return async () => clicks
}

/** The loudest tone in hertz that the film of the page plays right now, heard by Web Audio; 0 is silence. */
export async function heardTone(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const video = document.querySelector('video')!
    type Ear = { context: AudioContext; analyser: AnalyserNode }
    const holder = window as unknown as { __ear?: Ear }
    if (!holder.__ear) {
      const context = new AudioContext()
      const analyser = context.createAnalyser()
      analyser.fftSize = 4096
      context.createMediaElementSource(video).connect(analyser).connect(context.destination)
      holder.__ear = { context, analyser }
    }
    const { context, analyser } = holder.__ear
    await context.resume()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const levels = new Uint8Array(analyser.frequencyBinCount)
    analyser.getByteFrequencyData(levels)
    const loudest = levels.indexOf(Math.max(...levels))
    return levels[loudest]! < 50 ? 0 : Math.round((loudest * context.sampleRate) / analyser.fftSize)
  })
}
