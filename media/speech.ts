import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CodedError } from '../src/lib/errors'
import { filled, parseCommand } from './command'

/** How a variety is spoken by machine: the argument list, with `{text}` and `{out}` to be filled in. */
export type Voice = string[]
type Spoken = { code: string; voice?: string | null }
type Engines = {
  /** The template of the settings, when there is one. */
  command?: string | null | undefined
  /** Voices of the espeak-ng on this machine; none without it. */
  espeak: string[]
}

/**
 * What espeak-ng may read, best voice first. No other dialect is imitated by a neighbour's voice. Its plain `cmn`
 * spells Chinese through English sounds; the pinyin one reads it properly.
 */
const espeakVoices: Record<string, string[]> = { cmn: ['cmn-latn-pinyin', 'cmn'], yue: ['yue'], hak: ['hak'] }
/** Slow and a little low, as for old ears in the open. */
const ESPEAK = ['espeak-ng', '-s', '165', '-p', '42', '-g', '3']
const LIMIT_MS = 20 * 60_000

/** Which engine reads a variety: the command of the settings where the variety names a voice, else espeak-ng; else none. Pure. */
export function voiceOf({ code, voice }: Spoken, { command, espeak }: Engines): Voice | undefined {
  if (command && voice) return parseCommand(command).map((part) => part.replaceAll('{voice}', voice))
  const found = espeakVoices[code]?.find((name) => espeak.includes(name))
  return found ? [...ESPEAK, '-v', found, '-f', '{text}', '-w', '{out}'] : undefined
}

/** The voices of the espeak-ng on this machine; none when it is not installed. */
export async function findEspeak(): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)('espeak-ng', ['--voices'], { timeout: 10_000 })
    return [...new Set([...stdout.matchAll(/^\s*\d+\s+(\S+)/gm)].map(([, name]) => name!))]
  } catch {
    return [] // not there: no machine voice, no button
  }
}

/** Lets a machine read a text file into a recording. Throws `speech-failed`, with what the engine said. */
export async function speak(voice: Voice, text: string, out: string, signal?: AbortSignal): Promise<void> {
  const [program, ...flags] = filled(voice, { text, out, voice: '' })
  try {
    await promisify(execFile)('nice', ['-n', '10', program!, ...flags], {
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 20,
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    const said = String((error as { stderr?: string }).stderr ?? '').slice(-300)
    throw new CodedError('speech-failed', undefined, { said }, { cause: error })
  }
}

/** A telephone number is said digit by digit; an amount stays a number. Pure. */
export const sayable = (text: string): string =>
  text.replace(
    /\d{3,4}-\d{7,8}|(?<![\d.])\d{5,}(?![\d.]|\s*[元块万千百亿个名人户岁年月日天次亩米平公吨斤%])/g,
    (number) => [...number.replace('-', '')].map((digit) => '零一二三四五六七八九'[Number(digit)]).join(' '),
  )
