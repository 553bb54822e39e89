import type { Rung } from '../../media/ladder'

/** The best single command for the same renditions, written out by hand and not taken from the pipeline it is compared to. */
export function plainCommand(film: string, rungs: Rung[]): string[] {
  const falling = [...rungs].reverse()
  const chain = falling.map(({ width, height, frameRate }, n) => {
    const from = n ? `[next${n}]` : '[0:v:0]'
    const rate = n === 0 || frameRate !== falling[n - 1]!.frameRate ? `fps=${frameRate},` : ''
    const scale = `${from}${rate}scale=${width}:${height}:flags=bicubic,format=yuv420p`
    return n < falling.length - 1 ? `${scale},split=2[p${n}][next${n + 1}]` : `${scale}[p${n}]`
  })
  const hls = (folder: string) => [
    ...['-f', 'hls', '-hls_time', '6', '-hls_playlist_type', 'vod'],
    ...['-hls_segment_filename', `${folder}/%05d.ts`, `${folder}/index.m3u8`],
  ]
  const pictures = falling.flatMap(({ name, profile, peak, frameRate }, n) => [
    ...['-map', `[p${n}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', profile, '-crf', '24'],
    ...['-maxrate', `${peak}k`, '-bufsize', `${peak}k`, '-g', String(frameRate * 2), '-sc_threshold', '0'],
    ...['-force_key_frames', 'expr:gte(t,n_forced*2)', ...hls(name)],
  ])
  const sound = ['-map', '0:a:0', '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-ar', '44100', ...hls('sound')]
  return ['-v', 'error', '-y', '-i', film, '-filter_complex', chain.join(';'), ...pictures, ...sound]
}
