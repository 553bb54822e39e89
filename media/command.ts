/** What the settings may name in a speech command; replaced by a file name or a voice, never by words of a person. */
export type Places = { text: string; out: string; voice: string }

/**
 * A command template as argument list, parted at blanks as a shell would but without one: quotes keep blanks together,
 * and nothing else means anything. Places stay inside their argument, whatever is put into them. Pure.
 * @throws Error in words for the person who wrote the template
 */
export function parseCommand(template: string): string[] {
  const parts: string[] = []
  let rest = template.trim()
  while (rest) {
    const found = /^(?:"[^"]*"|'[^']*'|[^\s"'])+/.exec(rest)
    if (!found) throw new Error('引号没有成对 / a quote is not closed')
    parts.push(found[0].replace(/"([^"]*)"|'([^']*)'/g, (_all, double, single) => double ?? single))
    rest = rest.slice(found[0].length)
    if (rest && !/^\s/.test(rest)) throw new Error('引号没有成对 / a quote is not closed')
    rest = rest.trimStart()
  }
  const [program, ...flags] = parts
  if (!program) throw new Error('命令是空的 / the command is empty')
  if (/[{}]/.test(program)) throw new Error('程序名里不能有 {…} / the program itself is fixed')
  for (const place of ['{text}', '{out}'])
    if (!flags.some((flag) => flag.includes(place))) throw new Error(`少了 ${place} / ${place} is missing`)
  const unknown = flags.join(' ').match(/\{(?!(?:text|out|voice)\})[^}]*\}?/)
  if (unknown) throw new Error(`不认识 ${unknown[0]} / unknown ${unknown[0]}`)
  return parts
}

/** The argument list with its places filled. Pure. */
export const filled = (parts: string[], places: Places): string[] =>
  parts.map((part) => part.replace(/\{(text|out|voice)\}/g, (_all, name: keyof Places) => places[name]))

/** For the settings form: true, or what is wrong with the template. */
export function commandFault(template: unknown): true | string {
  if (!template) return true
  try {
    parseCommand(String(template))
    return true
  } catch (error) {
    return (error as Error).message
  }
}
