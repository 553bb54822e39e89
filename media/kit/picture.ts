/** The best picture of a stream: its playlist, relative to the multivariant one, and its frame rate. Pure. */
export function bestPicture(master: string): { uri: string; width: number; height: number; frameRate: number } {
  const all = [...master.matchAll(/^#EXT-X-STREAM-INF:(.*)\n([^#\n]+)/gm)].flatMap(([, attributes = '', uri = '']) => {
    const size = /RESOLUTION=(\d+)x(\d+)/.exec(attributes)
    const rate = /FRAME-RATE=([\d.]+)/.exec(attributes)
    if (!size) return [] // sound only
    return [{ uri: uri.trim(), width: Number(size[1]), height: Number(size[2]), frameRate: Number(rate?.[1] ?? 25) }]
  })
  const best = all.sort((a, b) => b.width * b.height - a.width * a.height || b.frameRate - a.frameRate)[0]
  if (!best) throw new Error('a stream without a picture')
  return best
}
