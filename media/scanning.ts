import { IFRAMES, iframePlaylist, scanSegment, type Scan } from './iframes'
import type { Rung } from './ladder'
import { readSegments } from './playlist'
import { path, readBytes, readText, writeText } from './storage'

/** Where a rung was cut, and whether every key picture is one that decoding may begin with. */
export type Cuts = { starts: number[]; duration: number; clean: boolean }

/** Writes the I-frame playlist of every rung; one segment is in memory at a time. The answer tells how each was cut. */
export async function writeIframes(folder: string, rungs: Rung[]): Promise<Cuts[]> {
  const cuts: Cuts[] = []
  for (const { name } of rungs) {
    const scanned: Parameters<typeof iframePlaylist>[0] = []
    for (const segment of readSegments(await readText(path.join(folder, name, 'index.m3u8'))))
      scanned.push({ segment, scan: scanSegment(await readBytes(path.join(folder, name, segment.uri))) })
    await writeText(path.join(folder, name, IFRAMES), iframePlaylist(scanned))
    cuts.push(
      cutsOf(
        scanned.map(({ scan }) => scan),
        scanned.reduce((sum, { segment }) => sum + segment.duration, 0),
      ),
    )
  }
  return cuts
}

/** Whether all rungs were cut at the same pictures, each cut an IDR: a player may then change between them anywhere. Pure. */
export function alike(cuts: Cuts[], rungs: Rung[]): boolean {
  const [first] = cuts
  if (!first) return false
  return cuts.every(({ starts, duration, clean }, n) => {
    const frame = 1 / Math.min(rungs[0]!.frameRate, rungs[n]!.frameRate)
    const near = (a: number, b = NaN) => Math.abs(a - b) < frame * 1.01
    return (
      clean &&
      starts.length === first.starts.length &&
      starts.every((at, k) => near(at, first.starts[k])) &&
      Math.abs(duration - first.duration) < frame * 2.01
    )
  })
}

const cutsOf = (scans: Scan[], duration: number): Cuts => ({
  starts: scans.map(({ keys }) => keys[0]?.at ?? NaN),
  duration,
  clean: scans.every(({ keys }) => keys.length > 0 && keys.every(({ idr }) => idr)),
})
