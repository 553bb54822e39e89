const PREFIX = 'kit-'

/** The work folder of a kit stands beside those of the films' runs and is swept with them. */
export const kitRun = (id: string) => `${PREFIX}${id}`
