import type { Page } from 'playwright-core'

/** The words of the subtitle on the screen right now; nothing when none is on. */
export const cueText = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) =>
    Array.from(video.textTracks)
      .filter(({ mode }) => mode === 'showing')
      .flatMap(({ activeCues }) => Array.from(activeCues ?? []))
      .map((cue) => (cue as VTTCue).text)
      .join(),
  )

/** The size of the subtitle on the screen, in pixels, inside the browser's own shadow of the film. */
export async function cueHeight(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true })
  const cue = nodes.find(({ attributes = [] }) => attributes.includes('cue'))
  if (!cue) return 0
  const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId: cue.nodeId })
  return parseFloat(computedStyle.find(({ name }) => name === 'font-size')!.value)
}
