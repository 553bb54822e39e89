import { createElement, Fragment, type ReactNode } from 'react'
import { addressOf, useView, type View } from '../view'
import { gloss } from './Gloss'

type Node = { type?: string; children?: Node[]; [key: string]: unknown }
const BOLD = 1
const ITALIC = 2
const UNDERLINE = 8

/** Lexical's JSON as plain markup. Only the node types below are shown; React escapes the text; links are checked. */
export function RichText({ value, seen }: { value: unknown; seen: Set<string> }) {
  const view = useView()
  const root = (value as { root?: Node } | null)?.root
  return <>{children(root ?? {}, view, seen)}</>
}

/** The text alone, for counting and snippets. */
export function plainText(value: unknown): string {
  const node = value as Node | null
  if (!node || typeof node !== 'object') return ''
  const root = 'root' in node ? (node.root as Node) : node
  if (typeof root.text === 'string') return root.text
  return (root.children ?? []).map(plainText).join(root.type === 'root' ? '\n' : '')
}

const children = (node: Node, view: View, seen: Set<string>): ReactNode =>
  (node.children ?? []).map((child, index) => <Fragment key={index}>{render(child, view, seen)}</Fragment>)

function render(node: Node, view: View, seen: Set<string>): ReactNode {
  const inside = () => children(node, view, seen)
  switch (node.type) {
    case 'text':
      return styled(gloss(String(node.text ?? ''), seen), Number(node.format ?? 0))
    case 'linebreak':
      return <br />
    case 'paragraph':
      return node.children?.length ? <p>{inside()}</p> : null
    case 'heading':
      // The page's own headings are h1 and h2; a story's start below them.
      return createElement(node.tag === 'h4' || node.tag === 'h5' || node.tag === 'h6' ? 'h4' : 'h3', null, inside())
    case 'quote':
      return <blockquote>{inside()}</blockquote>
    case 'list':
      return createElement(node.listType === 'number' ? 'ol' : 'ul', null, inside())
    case 'listitem':
      return <li>{inside()}</li>
    case 'horizontalrule':
      return <hr />
    case 'link':
    case 'autolink': {
      const href = safeHref((node.fields as { url?: unknown } | undefined)?.url, view)
      return href ? <a href={href}>{inside()}</a> : inside()
    }
    default:
      return inside()
  }
}

function styled(text: ReactNode, format: number): ReactNode {
  let shown = text
  if (format & UNDERLINE) shown = <u>{shown}</u>
  if (format & ITALIC) shown = <em>{shown}</em>
  if (format & BOLD) shown = <strong>{shown}</strong>
  return shown
}

/** An address a resident may be sent to: this site, the web, a telephone, a mail; nothing that runs. */
export function safeHref(url: unknown, view: View): string | undefined {
  const address = String(url ?? '').trim()
  if (/^\/(?![/\\])/.test(address)) return addressOf(view, address)
  return /^(https?:\/\/|tel:[\d+-]+$|mailto:)/i.test(address) ? address : undefined
}
