'use client'
import { useEffect, type RefObject } from 'react'

const LOOK_MS = 200
/** Below this nobody sees lips and voice apart; setting the time more often would stutter. */
const APART = 0.07

/** Keeps a dub in step with its film: `offset` ms later (or earlier when negative). */
export function useTogether(
  picture: RefObject<HTMLVideoElement | null>,
  dub: RefObject<HTMLAudioElement | null>,
  offset: number,
): void {
  useEffect(() => {
    const follow = () => {
      const [film, sound] = [picture.current, dub.current]
      if (!film || !sound) return
      const at = film.currentTime - offset / 1000
      const silent = film.paused || film.seeking || at < 0 || at >= (sound.duration || Infinity)
      if (silent) return sound.pause()
      sound.playbackRate = film.playbackRate
      if (Math.abs(sound.currentTime - at) > APART) sound.currentTime = at
      if (sound.paused) void sound.play().catch(() => undefined) // said by the element's own error event
    }
    const timer = setInterval(follow, LOOK_MS)
    return () => clearInterval(timer)
  }, [picture, dub, offset])
}
