package org.dawen.standard;

import java.io.Serializable;

/**
 * A class of the air quality index with its colour, HJ 633-2012 table 2 and A.1, HJ 633-2026 table
 * 1 and A.1.
 *
 * @param level 1 to 6
 * @param levelName level in Chinese, as in 二级
 * @param name class in Chinese, as in 良
 * @param englishName class in English, as in good
 * @param aqiFrom smallest index of the class as printed
 * @param aqiTo largest index of the class; null = open
 * @param colourName colour in Chinese, as in 黄色
 * @param red 0 to 255, likewise green and blue
 * @param provision where it comes from and when it holds
 */
public record AqiClass(
    int level,
    String levelName,
    String name,
    String englishName,
    int aqiFrom,
    Integer aqiTo,
    String colourName,
    int red,
    int green,
    int blue,
    Provision provision)
    implements Serializable {

  static AqiClass of(StandardRow row) {
    return new AqiClass(
        row.integer("level"),
        row.text("level_name"),
        row.text("class_name"),
        row.text("class_name_en"),
        row.integer("aqi_from"),
        row.optionalInteger("aqi_to"),
        row.text("colour_name"),
        row.integer("red"),
        row.integer("green"),
        row.integer("blue"),
        row.provision());
  }
}
