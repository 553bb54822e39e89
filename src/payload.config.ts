import { readEnv } from './env'
import { makeConfig } from './makeConfig'

export default makeConfig(readEnv())
