/**
 * What our code and its libraries call and the browser engine of an old PC lacks: WebView2 of a machine without internet stays as
 * it was installed, from version 87 on. Fetched by need (`../builtins-by-need.ts`); where the engine has one, its own is kept.
 */
import 'core-js/modules/es.array.at.js'
import 'core-js/modules/es.array.find-last.js'
import 'core-js/modules/es.array.find-last-index.js'
import 'core-js/modules/es.array.to-reversed.js'
import 'core-js/modules/es.array.to-sorted.js'
import 'core-js/modules/es.array.with.js'
import 'core-js/modules/es.object.has-own.js'
import 'core-js/modules/es.string.at-alternative.js'
import 'core-js/modules/es.string.is-well-formed.js'
