import type { Runtime } from '../runtime'
import { publishStories } from './articles/publish'
import { ensurePastCampaign } from './campaigns'
import { ensureChannels, ensureSeries } from './channels'
import { countyStaff, ensureOffices, nameCounty, nameReviewers } from './county'
import { publishFilm } from './film/publish'
import { ensureLaws } from './laws'
import { ensureFigures, ensureQuestions } from './people'
import { ensureSignals } from './signals'
import { ensureStaff } from './staff'
import type { Step } from './step'

/** The demo county, in the order in which its rows need each other. Every step may run again; the rest follows in `later.ts`. */
export async function loadCounty(runtime: Runtime, step: Step): Promise<void> {
  const { payload, clock } = runtime
  // First of all: whatever becomes visible from here on carries the banner and is kept out of search engines.
  await step('demo banner', async () => {
    await payload.updateGlobal({ slug: 'settings', data: { demo: true }, depth: 0 })
  })
  await step('laws', () => ensureLaws(runtime))
  await step('offices', () => ensureOffices(payload, clock.now()))
  await step('colleagues', () => ensureStaff(payload, countyStaff))
  await step('county', async () => {
    await nameReviewers(payload)
    await nameCounty(payload, clock.now())
  })
  await step('signals of demand', () => ensureSignals(runtime))
  await step('articles', () => publishStories(runtime))
  await step('film', () => publishFilm(runtime))
  await step('channels', () => ensureChannels(payload))
  await step('series', () => ensureSeries(payload))
  await step('past campaign', () => ensurePastCampaign(runtime))
  await step('figures and questions', async () => {
    await ensureFigures(runtime)
    await ensureQuestions(payload)
  })
}
