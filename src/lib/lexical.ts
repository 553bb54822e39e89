/** Builds rich text as the admin's editor stores it. Only what imported texts need: headings, paragraphs, lists. */
type Node = Record<string, unknown> & { type: string; version: number }

const shape = { direction: 'ltr' as const, format: '' as const, indent: 0, version: 1 }
const text = (words: string, format = 0): Node => ({
  ...{ type: 'text', text: words, format, detail: 0, mode: 'normal', style: '', version: 1 },
})

export const paragraph = (words: string): Node => ({
  ...shape,
  type: 'paragraph',
  textFormat: 0,
  children: runs(words),
})
export const heading = (words: string, tag: 'h2' | 'h3' | 'h4' = 'h3'): Node => ({
  ...{ ...shape, type: 'heading', tag, children: runs(words) },
})
export const list = (entries: string[], ordered = false): Node => ({
  ...{ ...shape, type: 'list', listType: ordered ? 'number' : 'bullet', start: 1, tag: ordered ? 'ol' : 'ul' },
  children: entries.map((entry, at) => ({ ...shape, type: 'listitem', value: at + 1, children: runs(entry) })),
})

export type RichText = {
  root: typeof shape & { type: 'root'; children: Node[] }
  [key: string]: unknown
}
export const richText = (children: Node[]): RichText => ({ root: { ...shape, type: 'root', children } })

/** Rich text from plain Markdown: headings become `h3`, blank lines part paragraphs, `-` and `1.` make lists. */
export function fromMarkdown(markdown: string): RichText {
  const nodes: Node[] = []
  for (const block of markdown.replace(/<!--[\s\S]*?-->/g, '').split(/\n\s*\n/)) {
    const lines = block.split('\n').map(trimmed).filter(Boolean)
    while (lines.length) {
      const found = /^#{1,6}\s*(.+)$/.exec(lines[0]!)
      if (found) {
        nodes.push(heading(found[1]!))
        lines.shift()
      } else {
        const next = lines.findIndex((line) => line.startsWith('#'))
        nodes.push(prose(lines.splice(0, next < 0 ? lines.length : next)))
      }
    }
  }
  return richText(nodes)
}

/** The words of rich text, one paragraph a line. */
export function plainText(value: unknown): string {
  const node = value as { root?: unknown; text?: string; type?: string; children?: unknown[] } | null | undefined
  if (!node) return ''
  if (node.root) return plainText(node.root)
  if (typeof node.text === 'string') return node.text
  const inside = (node.children ?? []).map(plainText)
  return ['root', 'list'].includes(node.type ?? '') ? inside.join('\n') : inside.join('')
}

function prose(lines: string[]): Node {
  const bullets = lines.every((line) => /^[-*+]\s+/.test(line))
  const numbers = lines.every((line) => /^\d+[.)]\s+/.test(line))
  if (bullets || numbers)
    return list(
      lines.map((line) => line.replace(/^([-*+]|\d+[.)])\s+/, '')),
      numbers,
    )
  return paragraph(lines.join(''))
}

/** `**bold**` is the only mark inside a line that the sources use. */
function runs(words: string): Node[] {
  return words.split(/(\*\*[^*]+\*\*)/).flatMap((run) => {
    if (!run) return []
    return [run.startsWith('**') && run.length > 4 ? text(run.slice(2, -2), 1) : text(run)]
  })
}

/** Published texts carry zero-width spaces and ideographic blanks at the ends of lines. */
export const trimmed = (line: string): string => line.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
