/** The spoken lines of a WebVTT file: no times, no tags, no line said twice in a row. */
export function cuesOf(vtt: string): string[] {
  const cues = vtt
    .replace(/\r/g, '')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const time = lines.findIndex((line) => line.includes('-->'))
      if (time < 0) return []
      const text = lines.slice(time + 1).join(' ')
      return [
        text
          .replace(/<[^>]*>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&')
          .trim(),
      ]
    })
  return cues.filter((cue, index) => cue && cue !== cues[index - 1])
}
