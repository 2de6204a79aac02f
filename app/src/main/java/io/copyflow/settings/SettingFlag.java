package io.copyflow.settings;

/** The flag that sets a key: {@code --data-dir} for {@code data.dir}. */
public final class SettingFlag {

  private SettingFlag() {}

  /** The flag of a dotted key; Kafka's own keys have one flag for all. */
  public static String of(String key) {
    return key.startsWith(Layer.KAFKA)
        ? "--kafka " + key.substring(Layer.KAFKA.length())
        : "--" + key.replace('.', '-');
  }
}
