'use client'
import { useEffect, useState } from 'react'
import type { FilmState } from '../../staff/films'
import { useStaff } from '../useStaff'

/** A film small enough to try a dub on: null before it has been converted, undefined before that is known. */
export function useFilmOf(video: string | null): { src: string; poster: string } | null | undefined {
  const { call } = useStaff()
  const [film, setFilm] = useState<FilmState | null>(null)
  useEffect(() => {
    setFilm(null)
    if (video) void call<FilmState>(`/films/${video}/progress`).then((answer) => answer.ok && setFilm(answer.body))
    // `call` is made anew with every render; the film decides.
  }, [video])
  if (!film) return undefined
  if (!film.stream || !film.base) return null
  return { src: `${film.base}/${film.stream.fallback}`, poster: `${film.base}/${film.stream.poster}` }
}

/** Where a staff browser gets an original; with ranges, and only with a session. */
export async function recordingUrl(staff: string, file: string): Promise<string | null> {
  const answer = await fetch(`${staff.replace(/\/staff\/?$/, '')}/files/${file}?depth=0`, {
    credentials: 'same-origin',
  })
  return answer.ok ? (((await answer.json()) as { url?: string | null }).url ?? null) : null
}
