import { createContext, useContext } from 'react'
import { writeParams, type Params } from './params'
import type { SiteFacts } from './repository/facts'

/** One rendering of one page: who asks for what, and what the whole site shares. */
export type View = {
  /** Path below BASE_PATH, without parameters. */
  path: string
  params: Params
  base: string
  /** Absolute address of the site, BASE_PATH included. */
  origin: string
  now: Date
  timeZone: string
  facts: SiteFacts
  assets: Record<string, string>
  /** A draft shown to staff. */
  preview?: boolean
}

const Context = createContext<View | null>(null)
export const ViewProvider = Context.Provider

export function useView(): View {
  const view = useContext(Context)
  if (!view) throw new Error('rendered outside of a page')
  return view
}

export const isElder = (view: View) => view.params.edition === 'elder'

/** An address of this site that carries segment, edition and spoken language along; `change` overrides them. */
export function addressOf(view: View, to: string, change: Params = {}): string {
  const { edition, s, variety } = view.params
  const [path = '', anchor] = to.split('#')
  return view.base + path + writeParams({ edition, s, variety, ...change }) + (anchor ? `#${anchor}` : '')
}

/** The segment chosen by the resident (or by the link that brought them), when there is one of that name. */
export const chosenSegment = (view: View) => view.facts.segments.find(({ slug }) => slug === view.params.s)
