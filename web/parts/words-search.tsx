import { Input } from 'antd';
import { useState } from 'react';

interface Props {
  /** Where words are looked for. */
  placeholder: string;
  most: number;
  value: string | undefined;
  set(words: string | undefined): void;
}

/** Words looked for when they are sent off; follows the address where that changes by something else. */
export function WordsSearch({ placeholder, most, value = '', set }: Props) {
  const [words, setWords] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setWords(value);
  }
  return (
    <Input.Search
      className="words"
      allowClear
      value={words}
      aria-label="查找文字"
      placeholder={placeholder}
      maxLength={most}
      onChange={(event) => setWords(event.target.value)}
      onSearch={(text) => set(text.trim() || undefined)}
    />
  );
}
