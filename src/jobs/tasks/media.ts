import {
  ensureStream,
  findEspeak,
  findTools,
  storage,
  sweep,
  workKit,
  workMedia,
  workReadings,
  type Media,
  type Tools,
} from '../../../media'
import type { Runtime } from '../../runtime'

const found = new WeakMap<Runtime, Promise<Tools | undefined>>()

/** Turns waiting recordings into streams, one at a time, and then, while no film waits, packs kits. The first round also clears up after a crash. */
export async function makeStreams(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  const media = await mediaOf(runtime, signal)
  const place = { publicUrl: runtime.env.PUBLIC_URL, timeZone: runtime.env.SITE_TIMEZONE }
  do await workMedia(media)
  while (await workKit(media, place))
}

/** Turns waiting readings into MP3, recorded or spoken by machine. */
export async function makeReadings(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  const { totalDocs } = await runtime.payload.count({
    collection: 'readings',
    where: { state: { in: ['waiting', 'running'] } },
  })
  if (totalDocs) await workReadings(await mediaOf(runtime, signal), await findEspeak())
}

/** Removes leftovers; hourly. */
export async function sweepMedia(runtime: Runtime, signal?: AbortSignal): Promise<void> {
  await sweep(await mediaOf(runtime, signal), { boot: false })
}

/** Looks at every film once a night: mends what a lost write left behind. */
export async function checkStreams({ payload }: Runtime): Promise<void> {
  const { docs } = await payload.find({ collection: 'videos', draft: true, depth: 0, joins: false, pagination: false })
  for (const { id } of docs) await ensureStream(payload, id)
}

export async function mediaOf(runtime: Runtime, signal?: AbortSignal): Promise<Media> {
  const { payload, env, log, clock, epoch } = runtime
  const make = (tools: Tools | undefined): Media => ({
    payload,
    tools,
    log,
    storage: storage(env.DATA_DIR),
    now: () => clock.now(),
    changed: () => epoch.bump(),
    ...(signal && { signal }),
  })
  if (!found.has(runtime)) found.set(runtime, begin(runtime, make))
  try {
    return make(await found.get(runtime))
  } catch (error) {
    found.delete(runtime) // the next tick looks again
    throw error
  }
}

async function begin({ env, log }: Runtime, make: (tools: Tools | undefined) => Media): Promise<Tools | undefined> {
  const tools = await findTools(env)
  if (tools) log.info({ from: tools.from, version: tools.version }, 'ffmpeg')
  else log.error('no working ffmpeg was found: films cannot be converted')
  await sweep(make(tools), { boot: true })
  return tools
}
