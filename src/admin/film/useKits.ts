'use client'
import type { FilmKits } from '../../staff/kits'
import { useWatched } from './useWatched'

const packing = ({ voices }: FilmKits) => voices.some(({ state }) => state === 'working' || state === 'waiting')

/** The kits of the film in hand, watched while one is packed. */
export function useKits() {
  const { state, act, ...rest } = useWatched<FilmKits>((id) => `/kits/of/${id}`, { busy: packing, idleMs: 30_000 })
  return {
    ...rest,
    kits: state,
    pack: (variety: string, written?: string) => act(`/kits/of/${rest.id}`, { variety, ...(written && { written }) }),
    cancel: (kit: string) => act(`/kits/${kit}/cancel`),
  }
}
