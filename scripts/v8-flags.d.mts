/** V8 options every process of ours is started with. */
export declare const V8_FLAGS: readonly string[];
