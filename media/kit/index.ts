/** Material for other accounts: per film and variety one ZIP. The rules stand in ../CONTEXT.md. */
export { askForKit, cancelKit, kitRows, readyKit } from './desk'
export type { Place } from './make'
export { orderOf, publicFilm, textOf, voicesOf, type PublicFilm } from './order'
export { platforms } from './platforms'
export { kitStatus, type KitRow, type KitStatus, type Made } from './status'
export { workKit } from './work'
