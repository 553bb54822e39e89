'use client'
import type { FilmState } from '../../staff/films'
import { useWatched } from './useWatched'

const converting = ({ state }: FilmState) => state === 'working' || state === 'waiting'

/** How far the stream of the film in hand is, watched while the pipeline works. */
export function useFilm() {
  const { state, act, ...rest } = useWatched<FilmState>((id) => `/films/${id}/progress`, {
    busy: converting,
    idleMs: 15_000,
  })
  const step = (name: 'retry' | 'cancel' | 'reprocess') => act(`/films/${rest.id}/${name}`)
  return { ...rest, film: state, act: step }
}
