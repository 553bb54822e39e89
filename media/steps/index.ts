import type { MediaStep } from '../lifecycle'
import { audio } from './audio'
import { check } from './check'
import { encode } from './encode'
import { pack } from './package'
import { plan } from './plan'
import { poster } from './poster'
import { publish } from './publish'
import { subtitles } from './subtitles'
import type { Step } from './work'

/** What each step of a run does; none can be forgotten. */
export const steps = { probe: check, plan, encode, audio, subtitles, poster, package: pack, publish } satisfies Record<
  MediaStep,
  Step
>
export { StartOver, type Outputs } from './work'
