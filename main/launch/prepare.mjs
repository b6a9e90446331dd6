// @ts-check
import { ready } from './ready.mjs'

await ready()
