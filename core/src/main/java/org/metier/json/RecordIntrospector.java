package org.metier.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.text.Evidence;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/// Tells Jackson what our records say by themselves, so that no domain type carries an annotation of
/// its own: a component is required unless it is [Nullable] or a collection, and the records of a sealed
/// interface are told apart by their names.
final class RecordIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value KIND = JsonTypeInfo.Value.construct(
      JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true);

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter
        && parameter.getOwner().getDeclaringClass().isRecord()) {
      RecordComponent[] components = parameter.getOwner()
          .getDeclaringClass()
          .getRecordComponents();
      return parameter.getOwner().getParameterCount() == components.length
          && isRequired(components[parameter.getIndex()]);
    }
    return super.hasRequiredMarker(config, member);
  }

  /// A single piece of evidence is a list of one: profiles of earlier versions have it so.
  @Override
  public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated annotated) {
    JavaType type = annotated instanceof AnnotatedParameter parameter ? parameter.getType() : null;
    return type != null && type.isCollectionLikeType()
        && type.getContentType().hasRawClass(Evidence.class)
            ? JsonFormat.Value.empty()
                .withFeature(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            : super.findFormat(config, annotated);
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !Collection.class.isAssignableFrom(component.getType())
        && !Map.class.isAssignableFrom(component.getType());
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config,
      Annotated annotated) {
    return annotated instanceof AnnotatedClass && closedFamily(annotated.getRawType()).isPresent()
        ? KIND
        : super.findPolymorphicTypeInfo(config, annotated);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    return closedFamily(annotated.getRawType())
        .map(family -> Arrays.stream(family.getPermittedSubclasses())
            .map(type -> new NamedType(type, kind(type)))
            .toList())
        .orElse(super.findSubtypes(config, annotated));
  }

  @Override
  public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
    Class<?> type = annotated.getRawType();
    return type.isRecord() && closedFamily(type).isPresent()
        ? kind(type)
        : super.findTypeName(config, annotated);
  }

  /// The sealed interface of records that a type is or belongs to.
  private static Optional<Class<?>> closedFamily(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getInterfaces())
          .filter(RecordIntrospector::isClosedFamily)
          .findFirst();
    }
    return isClosedFamily(type) ? Optional.of(type) : Optional.empty();
  }

  private static boolean isClosedFamily(Class<?> type) {
    return type.isInterface() && type.isSealed()
        && Arrays.stream(type.getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  private static String kind(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
