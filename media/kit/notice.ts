import { ask } from '../ffmpeg'
import { path, sizeOf } from '../storage'

/** The opening that says the voice is synthetic. `speech` is a recording of the words, where this machine can speak. */
export type Notice = { seconds: number; speech?: string }

const SPOKEN = '以下是机器合成的声音'
const TONE_SECONDS = 0.7

/**
 * A sign at the start of the sound is what the law asks (a spoken notice or a tone pattern): two tones always, and the
 * words where espeak-ng is installed.
 */
export async function makeNotice(folder: string): Promise<Notice> {
  const speech = path.join(folder, 'notice.wav')
  try {
    await ask('espeak-ng', ['-v', 'cmn', '-s', '190', '-w', speech, '--', SPOKEN])
    if ((await sizeOf(speech)) > 10_000) return { seconds: 4.2, speech }
  } catch {
    // No engine here, or one without Chinese: the tones and the written words are the notice.
  }
  return { seconds: 2.4 }
}

/** Filters that end in [notice], exactly as long as the card. `input` is the number of the speech among the inputs. */
export function noticeFilters({ seconds, speech }: Notice, input: number, format: string): string[] {
  const exactly = (length: number) => `${format},apad,atrim=0:${length.toFixed(3)},asetpts=PTS-STARTPTS`
  const tone = `aevalsrc=exprs='0.2*sin(2*PI*t*if(lt(t,0.22),659,880))*lt(t,0.5)':s=44100:d=${TONE_SECONDS}`
  if (!speech) return [`${tone},${exactly(seconds)}[notice]`]
  return [
    `${tone},${exactly(TONE_SECONDS)}[tone]`,
    `[${input}:a:0]${exactly(seconds - TONE_SECONDS)}[spoken]`,
    '[tone][spoken]concat=n=2:v=0:a=1[notice]',
  ]
}
