/** How loud all sound of the site is: LUFS over the whole recording, and a ceiling for true peaks in dBTP. */
export type Loudness = { target: number; peak: number }

/** Phone speakers outdoors: far louder than television's -24 (GY/T 282-2014). */
export const defaultLoudness: Loudness = { target: -16, peak: -1.5 }

/** The site's wish as its settings hold it. */
export const loudnessOf = (media?: { loudness?: number | null; truePeak?: number | null } | null): Loudness => ({
  target: media?.loudness ?? defaultLoudness.target,
  peak: media?.truePeak ?? defaultLoudness.peak,
})
