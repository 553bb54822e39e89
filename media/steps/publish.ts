import { applyStream } from '../publication'
import { streamUrl } from '../storage'
import { needed, StartOver, type Work } from './work'

export async function publish({ run, video, outputs, media }: Work) {
  const { hash, stream } = needed(outputs.package)
  if (!(await media.storage.publish(run, 'package', hash))) throw new StartOver()
  const seen = await applyStream(media.payload, video, { ...stream, folder: streamUrl(hash) })
  await media.storage.dropRun(run)
  if (seen.public) media.changed?.()
  return { folder: streamUrl(hash) }
}
