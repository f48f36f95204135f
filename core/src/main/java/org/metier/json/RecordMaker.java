package org.metier.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleValueInstantiators;

/// Makes a record of its components. Jackson finds out anew for each record how to hand them over, which takes
/// as long as to read a small one; here that is settled once for each type.
final class RecordMaker extends StdValueInstantiator {
  private static final long serialVersionUID = 1L;

  private static final MethodType OF_ARRAY = MethodType.methodType(Object.class, Object[].class);

  private final transient MethodHandle constructor;

  private RecordMaker(StdValueInstantiator usual, MethodHandle constructor) {
    super(usual);
    this.constructor = constructor;
  }

  /// For the records that are made by a constructor of several components.
  static final class Makers extends SimpleValueInstantiators {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueInstantiator modifyValueInstantiator(DeserializationConfig config,
        BeanDescription.Supplier type, ValueInstantiator usual) {
      return usual instanceof StdValueInstantiator known && known.getValueClass().isRecord()
          && known.getWithArgsCreator() instanceof AnnotatedConstructor found
              ? new RecordMaker(known, handle(found.getAnnotated()))
              : usual;
    }
  }

  private static MethodHandle handle(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true); // as Jackson does before its first call
      return MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asSpreader(Object[].class, constructor.getParameterCount())
          .asType(OF_ARRAY);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  @Override
  public @Nullable Object createFromObjectWith(DeserializationContext context,
      @Nullable Object[] components) {
    try {
      return (Object) constructor.invokeExact(components);
    } catch (Exception e) {
      return context.handleInstantiationProblem(getValueClass(), components,
          rewrapCtorProblem(context, e));
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a constructor throws nothing else
    }
  }
}
