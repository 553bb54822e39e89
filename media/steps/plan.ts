import { ladder } from '../ladder'
import { needed, type Work } from './work'

export async function plan({ outputs }: Work) {
  return { rungs: ladder(needed(outputs.probe).film.video!) }
}
